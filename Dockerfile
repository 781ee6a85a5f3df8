# syntax=docker/dockerfile:1

# The image is built from the sources alone; nothing of the machine that builds it gets in.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY .mvn .mvn
RUN --mount=type=cache,target=/root/.m2 mvn -q -B dependency:go-offline
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -DskipTests package \
 && mv target/jobline-*.jar target/jobline.jar \
 && java -Djarmode=tools -jar target/jobline.jar extract --layers --launcher --destination target/layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 jobline \
 && useradd --system --uid 10001 --gid jobline --no-create-home --shell /usr/sbin/nologin jobline
WORKDIR /app
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
USER jobline
EXPOSE 8080
# the engine keeps times without a zone: every node must be in the same one
ENV JAVA_OPTS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# without curl or wget, which the base image need not have
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -Duser.timezone=UTC org.springframework.boot.loader.launch.JarLauncher"]
