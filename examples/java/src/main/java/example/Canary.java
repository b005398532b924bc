package example;

import io.github.cdk8srollouts.CanaryPreview;
import io.github.cdk8srollouts.CanaryStep;
import io.github.cdk8srollouts.IstioCanaryRollout;
import io.github.cdk8srollouts.IstioGateway;
import io.github.cdk8srollouts.TrafficSplitting;
import java.util.List;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ServicePort;

public final class Canary {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "app", ChartProps.builder().namespace("app-service").build());

        IstioCanaryRollout.Builder.create(chart, "app")
                .metadata(ApiObjectMetadata.builder().name("app").build())
                .replicas(3)
                .containers(List.of(ContainerProps.builder()
                        .image("registry.example.com/app:1.4.2")
                        .portNumber(5000)
                        .build()))
                .ports(List.of(ServicePort.builder().name("http").port(80).targetPort(5000).build()))
                .steps(List.of(CanaryStep.setWeight(30), CanaryStep.pause()))
                .hosts(List.of("app-api.test.com"))
                .gateways(List.of(IstioGateway.fromGatewayName("istio-system/ingressgateway")))
                .splitting(TrafficSplitting.hostLevel())
                .preview(CanaryPreview.host("app-api-canary.test.com"))
                .build();

        app.synth();
    }
}
